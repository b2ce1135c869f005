#ifndef C_ARGUMENTS_H
#define C_ARGUMENTS_H

// Nothing to call: linking this target is what counts.

#endif
