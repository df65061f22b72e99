"""The bar of filters over a screen that is no grid: chips, editors in pop-ups, saved views."""
