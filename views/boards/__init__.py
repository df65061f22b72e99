"""The boards: opportunities as cards, by probability and by stage."""
