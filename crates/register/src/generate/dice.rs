//! Dice that fall the same for the same seed.
//!
//! A crate for random numbers would bring a source of randomness into the page (getrandom), which the domain must not
//! know; SplitMix64 is three lines and good enough for made-up registers.

/// SplitMix64.
pub(super) struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        it ^ (it >> 31)
    }

    /// A number from 0 to below `end`; `end` is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        // The remainder is below `end`, so it fits.
        (self.next() % end as u64) as usize
    }

    /// A number from `least` to `most`.
    pub fn between(&mut self, least: u8, most: u8) -> u8 {
        least + (self.next() % u64::from(most - least + 1)) as u8
    }

    /// Whether something happens that happens so many times in a hundred.
    pub fn percent(&mut self, times: usize) -> bool {
        self.below(100) < times
    }

    /// One of several.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// A few of several, none twice, in their order.
    pub fn some<T: Copy>(&mut self, count: usize, from: &[T]) -> Vec<T> {
        let mut left = count.min(from.len());
        let mut taken = Vec::with_capacity(left);
        for (index, &it) in from.iter().enumerate() {
            if self.below(from.len() - index) < left {
                taken.push(it);
                left -= 1;
            }
        }
        taken
    }
}
