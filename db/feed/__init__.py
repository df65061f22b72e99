"""The feed: a blocking reader that tells what others, and we ourselves, have changed."""

from db.feed.feed import Feed, open_feed
from db.feed.position import read_position
from db.feed.values import FeedBatch, FeedState, FeedStatus, Position

__all__ = [
    "Feed",
    "FeedBatch",
    "FeedState",
    "FeedStatus",
    "Position",
    "open_feed",
    "read_position",
]
