"""What every feature is made of; knows no feature."""
