"""The builder: layers and settings of the experiment."""
