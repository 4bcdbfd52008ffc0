//! What a folded word tells by its letters alone, whatever it stands beside and whether the lexicon has it or not.

/// أن، إن، بأن، أنها …: what follows is content.
pub fn is_complementizer(word: &str) -> bool {
    let rest = word.strip_prefix(['ب', 'و', 'ف']).unwrap_or(word);
    let rest = rest.strip_prefix('ب').unwrap_or(rest);
    matches!(rest, "ان" | "انه" | "انها" | "انهم" | "انهن" | "انهما" | "انني" | "اننا" | "اني")
        || word == "الا"
}

/// Whether a folded word has the shape of a participle in the accusative, which tells how somebody acts or
/// speaks: «مخاطبا», «متضامنا».
pub fn has_manner_shape(word: &str) -> bool {
    word.starts_with('م') && word.ends_with('ا') && word.chars().count() >= 6
}

/// Whether a folded word has the shape of a verbal noun of the derived forms that no other word has:
/// «تدبير», «انزلاق», «احتجاز», «استقطاب».
pub fn has_verbal_noun_shape(word: &str) -> bool {
    let mut letters = ['\0'; 8];
    let mut count = 0;
    for letter in word.chars() {
        let Some(slot) = letters.get_mut(count) else { return false };
        *slot = letter;
        count += 1;
    }
    matches!(
        letters.get(..count),
        Some(
            ['ت', _, _, 'ي', _]
                | ['ا', 'ن', _, _, 'ا', _]
                | ['ا', _, 'ت', _, 'ا', _]
                | ['ا', 'س', 'ت', _, _, 'ا', _]
        )
    )
}

/// Whether a folded word has the shape of the verbal noun of the fourth form, which names have too: «إبلاغ».
pub fn has_causing_shape(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next() == Some('ا') && letters.nth(2) == Some('ا') && letters.count() == 1
}

/// Whether a folded word has the shape of a participle in the plural: «محللين», «مراقبون».
pub fn has_plural_participle_shape(word: &str) -> bool {
    word.starts_with('م') && (word.ends_with("ين") || word.ends_with("ون")) && word.chars().count() >= 6
}
