"""A question that leans on the ones before it, made whole: "còn Điện Biên thì sao?", "thế ai ký?"."""

from answer.follow_up.completing import completed

__all__ = ["completed"]
