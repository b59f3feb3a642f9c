"""Where secrets lie: in the system's keyring where one works, else in a private file. Nowhere else."""
