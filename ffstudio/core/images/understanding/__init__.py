"""What people bring, understood: roles of arrays, layouts, labels, ranges of values, faults."""
