"""Everything on screen: Qt widgets and pyqtgraph plots; never Keras or TensorFlow."""
