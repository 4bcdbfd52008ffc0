//! Facts of one thing, one after the other on a line.

/// Those that there are.
pub fn joined(facts: &[Option<String>]) -> String {
    let mut all = String::new();
    for fact in facts.iter().flatten() {
        all.push_str(if all.is_empty() { "" } else { " · " });
        all.push_str(fact);
    }
    all
}
