//! Something known of each two of several things.

/// A symmetric table.
pub struct Pairs<T> {
    count: usize,
    cells: Vec<T>,
}

impl<T: Copy + Default> Pairs<T> {
    /// Of so many things, the usual value for each two.
    pub fn new(count: usize) -> Self {
        Pairs { count, cells: vec![T::default(); count * count] }
    }

    /// That of two things, in either order.
    pub fn get(&self, i: usize, j: usize) -> T {
        self.cells.get(i.min(j) * self.count + i.max(j)).copied().unwrap_or_default()
    }

    /// Gives two things a value.
    pub fn set(&mut self, i: usize, j: usize, cell: T) {
        if let Some(slot) = self.cells.get_mut(i.min(j) * self.count + i.max(j)) {
            *slot = cell;
        }
    }
}
