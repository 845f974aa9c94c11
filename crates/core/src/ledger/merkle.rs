//! The Merkle tree of RFC 6962 section 2.1 over the hashes of all entries, in the order they were committed.

use sha2::{Digest as _, Sha256};

use crate::text::Digest;

/// A tree that can only grow; it keeps the roots of its perfect subtrees, the largest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    size: u64,
    frontier: Vec<Digest>,
}

impl Tree {
    /// The tree over no entries.
    pub fn new() -> Self {
        Self::default()
    }

    /// A tree from its size and the roots of its perfect subtrees, the largest first; nothing if they cannot fit.
    pub fn from_parts(size: u64, frontier: Vec<Digest>) -> Option<Self> {
        (size.count_ones() as usize == frontier.len()).then_some(Self { size, frontier })
    }

    /// How many entries it covers.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The roots of its perfect subtrees, the largest first.
    pub fn frontier(&self) -> &[Digest] {
        &self.frontier
    }

    /// Adds the hash of one entry.
    pub fn push(&mut self, entry_hash: Digest) {
        let mut node = entry_hash;
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.frontier.pop() {
                node = parent(left, node);
            }
        }
        self.frontier.push(node);
        self.size += 1;
    }

    /// The root; for no entries, the digest of nothing.
    pub fn root(&self) -> Digest {
        let mut from_the_right = self.frontier.iter().rev().copied();
        let Some(last) = from_the_right.next() else {
            return Digest::of(b"");
        };
        from_the_right.fold(last, |right, left| parent(left, right))
    }
}

fn parent(left: Digest, right: Digest) -> Digest {
    let mut hash = Sha256::new();
    hash.update([1]);
    hash.update(left.0);
    hash.update(right.0);
    Digest(hash.finalize().into())
}

fn root_of(hashes: &[Digest]) -> Digest {
    let mut tree = Tree::new();
    for hash in hashes {
        tree.push(*hash);
    }
    tree.root()
}

/// The largest power of two smaller than `n`; `n` is at least 2.
fn split(n: usize) -> usize {
    n.div_ceil(2).next_power_of_two()
}

/// What shows that the entry at `index` (from 0) is in the tree over `hashes`; nothing if there is no such entry.
pub fn inclusion_proof(hashes: &[Digest], index: usize) -> Option<Vec<Digest>> {
    if index >= hashes.len() {
        return None;
    }
    let (mut part, mut index, mut proof) = (hashes, index, Vec::new());
    while part.len() > 1 {
        let (left, right) = part.split_at(split(part.len()));
        if index < left.len() {
            proof.push(root_of(right));
            part = left;
        } else {
            proof.push(root_of(left));
            index -= left.len();
            part = right;
        }
    }
    proof.reverse();
    Some(proof)
}

/// Whether `proof` shows that `entry_hash` is the entry at `index` (from 0) in the tree with this size and root.
pub fn verify_inclusion(entry_hash: Digest, index: u64, size: u64, proof: &[Digest], root: Digest) -> bool {
    if index >= size {
        return false;
    }
    let (mut place, mut last, mut node) = (index, size - 1, entry_hash);
    for step in proof {
        if last == 0 {
            return false;
        }
        if place % 2 == 1 || place == last {
            node = parent(*step, node);
            while place.is_multiple_of(2) && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            node = parent(node, *step);
        }
        place >>= 1;
        last >>= 1;
    }
    last == 0 && node == root
}

/// What shows that the tree over the first `earlier` of `hashes` is the beginning of the tree over all of them;
/// nothing if `earlier` is 0 or more than there are.
pub fn consistency_proof(hashes: &[Digest], earlier: usize) -> Option<Vec<Digest>> {
    if earlier == 0 || earlier > hashes.len() {
        return None;
    }
    let (mut part, mut earlier, mut known, mut proof) = (hashes, earlier, true, Vec::new());
    while earlier < part.len() {
        let (left, right) = part.split_at(split(part.len()));
        if earlier <= left.len() {
            proof.push(root_of(right));
            part = left;
        } else {
            proof.push(root_of(left));
            earlier -= left.len();
            part = right;
            known = false;
        }
    }
    if !known {
        proof.push(root_of(part));
    }
    proof.reverse();
    Some(proof)
}

/// Whether `proof` shows that the tree of size `earlier` with `earlier_root` is the beginning of the tree of
/// size `later` with `later_root` (the algorithm of RFC 9162 section 2.1.4.2).
pub fn verify_consistency(
    earlier: u64,
    earlier_root: Digest,
    later: u64,
    later_root: Digest,
    proof: &[Digest],
) -> bool {
    if earlier == 0 || earlier > later {
        return false;
    }
    if earlier == later {
        return proof.is_empty() && earlier_root == later_root;
    }
    let mut steps = proof.iter().copied();
    let start = if earlier.is_power_of_two() { Some(earlier_root) } else { steps.next() };
    let Some(start) = start else { return false };
    let (mut place, mut last) = (earlier - 1, later - 1);
    while place % 2 == 1 {
        place >>= 1;
        last >>= 1;
    }
    let (mut old, mut new) = (start, start);
    for step in steps {
        if last == 0 {
            return false;
        }
        if place % 2 == 1 || place == last {
            old = parent(step, old);
            new = parent(step, new);
            while place.is_multiple_of(2) && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            new = parent(new, step);
        }
        place >>= 1;
        last >>= 1;
    }
    last == 0 && old == earlier_root && new == later_root
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves() -> Vec<Digest> {
        let data: [&[u8]; 8] = [
            b"",
            b"\x00",
            b"\x10",
            b"\x20\x21",
            b"\x30\x31",
            b"\x40\x41\x42\x43",
            b"\x50\x51\x52\x53\x54\x55\x56\x57",
            b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
        ];
        data.iter().map(|one| Digest::of(&[&[0], *one].concat())).collect()
    }

    /// The roots over the first 1 … 8 leaves, worked out by a recursive Python script after RFC 6962 section 2.1.
    const ROOTS: [&str; 8] = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    #[test]
    fn roots_are_those_of_rfc_6962() {
        let mut tree = Tree::new();
        assert_eq!(
            tree.root().to_string(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        for (leaf, root) in leaves().into_iter().zip(ROOTS) {
            tree.push(leaf);
            assert_eq!(tree.root().to_string(), root, "at {}", tree.size());
            assert_eq!(Tree::from_parts(tree.size(), tree.frontier().to_vec()), Some(tree.clone()));
        }
        assert_eq!(Tree::from_parts(3, vec![Digest::of(b"one")]), None);
    }

    #[test]
    fn every_entry_can_be_shown_to_be_in_the_tree_and_no_other() {
        let many: Vec<_> = (0..33u32).map(|n| Digest::of(&n.to_be_bytes())).collect();
        for size in 1..=many.len() {
            let part = &many[..size];
            let root = root_of(part);
            for index in 0..size {
                let proof = inclusion_proof(part, index).unwrap();
                let shows = |leaf, place| verify_inclusion(leaf, place, size as u64, &proof, root);
                assert!(shows(part[index], index as u64), "{index} of {size}");
                assert!(!shows(Digest::of(b"another"), index as u64));
                assert!(!shows(part[index], index as u64 + 1));
            }
            assert_eq!(inclusion_proof(part, size), None);
        }
    }

    #[test]
    fn a_proof_of_rfc_6962_has_the_nodes_it_should() {
        // Section 2.1.3: in the tree of seven, the proof for d0 is [b, h, l].
        let seven = &leaves()[..7];
        let [d1, d2, d3, d4, d5, d6] = [seven[1], seven[2], seven[3], seven[4], seven[5], seven[6]];
        let (h, l) = (parent(d2, d3), parent(parent(d4, d5), d6));
        assert_eq!(inclusion_proof(seven, 0), Some(vec![d1, h, l]));
        // And the consistency proof from three is [c, d, g, l].
        let g = parent(seven[0], d1);
        assert_eq!(consistency_proof(seven, 3), Some(vec![d2, d3, g, l]));
        assert_eq!(consistency_proof(seven, 4), Some(vec![l]));
    }

    #[test]
    fn a_longer_tree_can_be_shown_to_begin_with_a_shorter_one() {
        let many: Vec<_> = (0..33u32).map(|n| Digest::of(&n.to_be_bytes())).collect();
        for later in 1..=many.len() {
            for earlier in 1..=later {
                let (old, new) = (root_of(&many[..earlier]), root_of(&many[..later]));
                let proof = consistency_proof(&many[..later], earlier).unwrap();
                let (m, n) = (earlier as u64, later as u64);
                assert!(verify_consistency(m, old, n, new, &proof), "{earlier} to {later}");
                assert!(
                    !verify_consistency(m, Digest::of(b"forged"), n, new, &proof),
                    "{earlier} to {later}"
                );
            }
        }
    }
}
