// Writes every file that follows from the declarations below the current folder: `make man`.
import Commands
import Glibc

for file in Manual.files {
    guard let handle = fopen(file.path, "w") else {
        perror(file.path)
        exit(1)
    }
    fputs(file.text, handle)
    if fclose(handle) != 0 {
        perror(file.path)
        exit(1)
    }
}
