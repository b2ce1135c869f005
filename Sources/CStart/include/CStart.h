#ifndef C_START_H
#define C_START_H

// Nothing to call: linking this target is what counts.

#endif
