"""What network a file of bare weights belongs to, as far as names and shapes tell.

Shapes give dense, convolution and normalisation layers exactly, names give layers without
weights where the file lists them; what neither tells is searched.
"""
