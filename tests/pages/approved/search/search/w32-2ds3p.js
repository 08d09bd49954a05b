laomoSearch("w32","你们 几次 几个 因为 几乎\n\n\n\n-振动 颠\n\n");
