//! The page's program: nothing but its start.

fn main() {
    mawqif::page::start();
}
