"""The confusion matrices of both nets and the images behind every cell."""
