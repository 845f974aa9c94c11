//! The icons: drawn, never typed, because no typeface we use has them all.

use std::fmt::Write as _;

/// One icon on a grid of 16 by 16.
struct Icon {
    name: &'static str,
    /// Path data, stroked in the colour of the text.
    path: &'static str,
    /// Whether it points along the line of reading, and so turns round with it.
    mirrored: bool,
}

const ICONS: [Icon; 17] = [
    icon("tick", "M2.5 8.5l3.5 4 7.5-9"),
    icon("cross", "M3 3l10 10M13 3L3 13"),
    icon("triangle", "M8 1.8l6.7 12H1.3zM8 6.2v3.6M8 12v.1"),
    icon("clock", "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM8 4.5V8l2.3 1.6"),
    icon("envelope", "M1.8 3.5h12.4v9H1.8zM2 4l6 4.8L14 4"),
    icon("magnifier", "M7 2a5 5 0 1 0 0 10A5 5 0 0 0 7 2zM10.8 10.8L14.3 14.3"),
    mirrored("arrow", "M1.5 8h12M9 3.2L13.8 8 9 12.8"),
    icon("pencil", "M2.5 13.5l.8-3.2L11 2.6l2.4 2.4-7.7 7.7z"),
    icon("bar", "M3 8h10"),
    icon("circle", "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z"),
    icon("info", "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM8 7.5v4M8 4.6v.1"),
    icon("stop", "M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM8 4.8v4M8 11.2v.1"),
    icon("document", "M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3"),
    icon("person", "M8 2a2.7 2.7 0 1 0 0 5.4A2.7 2.7 0 0 0 8 2zM2.5 14.2c.5-3 2.6-4.4 5.5-4.4s5 1.4 5.5 4.4"),
    icon("download", "M8 1.5v8.5M4.2 6.5L8 10.3l3.8-3.8M2 13.8h12"),
    icon("up", "M8 13V3M3.8 7.2L8 3l4.2 4.2"),
    icon("down", "M8 3v10M3.8 8.8L8 13l4.2-4.2"),
];

const fn icon(name: &'static str, path: &'static str) -> Icon {
    Icon { name, path, mirrored: false }
}

const fn mirrored(name: &'static str, path: &'static str) -> Icon {
    Icon { name, path, mirrored: true }
}

/// The icon as inline SVG, hidden from screen readers: the words beside it say the same.
pub fn svg(name: &str) -> Option<String> {
    let icon = ICONS.iter().find(|icon| icon.name == name)?;
    let mut out = String::from("<svg class=\"am-icon");
    if icon.mirrored {
        out.push_str(" am-icon--mirrored");
    }
    let _ = write!(
        out,
        "\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\"><path d=\"{}\"/></svg>",
        icon.path
    );
    Some(out)
}
