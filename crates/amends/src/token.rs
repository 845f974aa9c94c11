//! Secrets in links and addresses: random, in letters nobody mistakes for one another.

/// Digits and small letters without `0`, `1`, `l` and `o`; with `i`, which nothing here is mistaken for.
const LETTERS: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";

/// The secret of a link or a session, from 32 random bytes: 52 letters.
pub fn secret(bytes: [u8; 32]) -> String {
    letters(&bytes)
}

/// The secret of a reply address, from 20 random bytes: 32 letters and one that checks them.
pub fn reply(bytes: [u8; 20]) -> String {
    crate::mail::token::Token::new(bytes).to_string()
}

/// An address with a secret behind a plus sign: `caseinfo+secret@ombudsman.example`.
pub fn plus_address(address: &str, secret: &str) -> String {
    match address.split_once('@') {
        Some((name, domain)) => format!("{name}+{secret}@{domain}"),
        None => address.to_owned(),
    }
}

/// The id of a request, by which a reader and the log name the same one: thirteen letters, to be read out by telephone.
pub fn request(bytes: [u8; 8]) -> String {
    letters(&bytes)
}

fn letters(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(LETTERS[(held >> bits & 31) as usize]));
        }
    }
    if bits > 0 {
        text.push(char::from(LETTERS[(held << (5 - bits) & 31) as usize]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_keeps_all_its_chance() {
        let one = secret([0xab; 32]);
        assert_eq!(one.len(), 52);
        let mut other = [0xab; 32];
        other[31] ^= 1;
        assert_ne!(one, secret(other));
        assert!(!one.contains(['0', '1', 'l', 'o']));
    }
}
