// random.mjs - the same choices each time, from a seed

export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  // From 0 to below 1 (mulberry32).
  fraction() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  }

  // A whole number from 0 to below limit.
  below(limit) {
    return Math.floor(this.fraction() * limit);
  }

  between(least, most) {
    return least + this.below(most - least + 1);
  }

  chance(probability) {
    return this.fraction() < probability;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  // One of [weight, value] pairs.
  weighted(pairs) {
    let left = this.fraction() * pairs.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of pairs) {
      left -= weight;
      if (left < 0) {
        return value;
      }
    }
    return pairs[pairs.length - 1][1];
  }
}
