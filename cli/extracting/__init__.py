"""What `zhengming extract` is made of: gathering texts, showing candidates, proposing them."""
