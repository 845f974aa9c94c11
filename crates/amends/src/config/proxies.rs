//! Proxies before the office: addresses and networks, as `127.0.0.1, 10.0.0.0/8`.

use std::{fmt, net::IpAddr, str::FromStr};

use serde::{Deserialize, Serialize};

/// The proxies whose word is taken for what they add to a request. None, unless the office names some.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Proxies(Vec<Network>);

impl Proxies {
    /// Is this address that of a proxy before the office?
    pub fn has(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.has(address))
    }
}

impl FromStr for Proxies {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let words = text.split([',', ' ']).map(str::trim).filter(|word| !word.is_empty());
        words.map(str::parse).collect::<Result<_, _>>().map(Self)
    }
}

impl TryFrom<String> for Proxies {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Proxies> for String {
    fn from(proxies: Proxies) -> Self {
        proxies.0.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }
}

/// An address with the number of its leading bits that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Network {
    address: IpAddr,
    bits: u8,
}

impl Network {
    fn has(self, other: IpAddr) -> bool {
        let same = |one: u128, other: u128, width: u8| {
            let kept = u32::from(width.saturating_sub(self.bits));
            one.checked_shr(kept).unwrap_or(0) == other.checked_shr(kept).unwrap_or(0)
        };
        match (self.address, other) {
            (IpAddr::V4(one), IpAddr::V4(other)) => same(one.to_bits().into(), other.to_bits().into(), 32),
            (IpAddr::V6(one), IpAddr::V6(other)) => same(one.to_bits(), other.to_bits(), 128),
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let bad = || format!("{text} is no address of a proxy; write 127.0.0.1 or 10.0.0.0/8");
        let (address, bits) = text.split_once('/').map_or((text, None), |(one, bits)| (one, Some(bits)));
        let address: IpAddr = address.parse().map_err(|_| bad())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), str::parse).map_err(|_| bad())?;
        if bits <= most { Ok(Self { address, bits }) } else { Err(bad()) }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let most = if self.address.is_ipv4() { 32 } else { 128 };
        write!(out, "{}", self.address)?;
        if self.bits < most { write!(out, "/{}", self.bits) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_that_of_a_proxy_where_it_or_its_network_is_named() {
        let proxies: Proxies = "127.0.0.1, 10.1.0.0/16 2001:db8::/32".parse().unwrap();
        for inside in ["127.0.0.1", "10.1.2.3", "2001:db8:1::1", "::ffff:10.1.9.9"] {
            assert!(proxies.has(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["127.0.0.2", "10.2.0.1", "2001:db9::1", "::1"] {
            assert!(!proxies.has(outside.parse().unwrap()), "{outside}");
        }
        assert!("0.0.0.0/0".parse::<Proxies>().unwrap().has("192.0.2.7".parse().unwrap()));
        assert_eq!(String::from(proxies), "127.0.0.1, 10.1.0.0/16, 2001:db8::/32");
    }

    #[test]
    fn what_is_no_address_is_refused_with_its_mend() {
        for bad in ["proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0/8"] {
            assert!(bad.parse::<Proxies>().unwrap_err().contains("write 127.0.0.1"), "{bad}");
        }
        assert_eq!("".parse::<Proxies>().unwrap(), Proxies::default());
    }
}
