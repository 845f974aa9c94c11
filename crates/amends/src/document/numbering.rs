//! The numbers in front of list items: 1, a, A, i, I.

/// How a list counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    /// Not at all: a dot stands in front.
    Bullet,
    /// 1, 2, 3.
    Decimal,
    /// a, b, c.
    LowerLetter,
    /// A, B, C.
    UpperLetter,
    /// i, ii, iii.
    LowerRoman,
    /// I, II, III.
    UpperRoman,
}

/// The sign of the `n`th item.
pub(super) fn sign(count: Count, n: u32) -> String {
    match count {
        Count::Bullet => "•".to_owned(),
        Count::Decimal => n.to_string(),
        Count::LowerLetter => letters(n),
        Count::UpperLetter => letters(n).to_uppercase(),
        Count::LowerRoman => roman(n),
        Count::UpperRoman => roman(n).to_uppercase(),
    }
}

/// a … z, then aa, bb … as word processors count; zero has no letter and stays a figure.
fn letters(n: u32) -> String {
    let Some(place) = n.checked_sub(1) else { return n.to_string() };
    let letter = u8::try_from(place % 26).map_or('a', |step| char::from(b'a' + step));
    std::iter::repeat_n(letter, (place / 26 + 1).min(8) as usize).collect()
}

fn roman(n: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if n == 0 || n > 3999 {
        return n.to_string();
    }
    let mut rest = n;
    let mut text = String::new();
    for (value, letters) in SIGNS {
        while rest >= value {
            text.push_str(letters);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Count, sign};

    #[test]
    fn items_are_lettered_and_numbered_as_in_word() {
        assert_eq!(sign(Count::LowerLetter, 3), "c");
        assert_eq!(sign(Count::UpperLetter, 28), "BB");
        assert_eq!(sign(Count::LowerRoman, 14), "xiv");
        assert_eq!(sign(Count::UpperRoman, 2), "II");
        assert_eq!(sign(Count::LowerRoman, 0), "0");
    }
}
