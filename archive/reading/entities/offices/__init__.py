"""Offices: ``titles`` puts the words of a title together, ``finding`` its body and state."""
