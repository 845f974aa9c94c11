//! A disk in a file, whose power can be cut: what was not asked to be on it for sure is gone.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::Outcome;
use super::postgres::run;

/// Which file system is on a disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// The one most machines have.
    Ext4,
    /// Another, which orders what it writes in its own way.
    Xfs,
}

impl Format {
    /// What it is called in a report.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ext4 => "ext4",
            Self::Xfs => "xfs",
        }
    }
}

/// A file system in a file; dropped, it is taken away.
pub(crate) struct Disk {
    image: PathBuf,
    kept: PathBuf,
    at: PathBuf,
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Where it is not mounted there is nothing to take away.
        drop(run(Command::new("umount").arg(&self.at)));
    }
}

impl Disk {
    /// A disk with room for so many MiB, mounted in a folder.
    pub(crate) fn new(folder: &Path, mib: u64, format: Format) -> Outcome<Self> {
        let in_folder = |name: &str| folder.join(name);
        let disk = Self { image: in_folder("disk.img"), kept: in_folder("kept.img"), at: in_folder("disk") };
        let fault = |fault: std::io::Error| format!("{}: {fault}", disk.image.display());
        File::create(&disk.image).and_then(|file| file.set_len(mib << 20)).map_err(fault)?;
        std::fs::create_dir_all(&disk.at).map_err(fault)?;
        match format {
            Format::Ext4 => {
                let words = ["-q", "-F", "-E", "lazy_itable_init=0"];
                run(Command::new("mkfs.ext4").args(words).arg(&disk.image))?;
            }
            Format::Xfs => drop(run(Command::new("mkfs.xfs").args(["-q", "-f"]).arg(&disk.image))?),
        }
        disk.mount()?;
        Ok(disk)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.at
    }

    fn mount(&self) -> Outcome {
        run(Command::new("mount").args(["-o", "loop"]).arg(&self.image).arg(&self.at)).map(drop)
    }

    /// Cuts the power: nothing goes to the disk any more, the journal neither.
    pub(crate) fn cut(&self) -> Outcome {
        run(Command::new("xfs_io").args(["-x", "-c", "shutdown"]).arg(&self.at)).map(drop)
    }

    /// The power is back: the file system mends itself from its journal.
    pub(crate) fn back(&self) -> Outcome {
        self.unmount()?;
        self.mount()
    }

    /// Keeps what is on it, for [`Self::again`]. Nobody may be working on it.
    pub(crate) fn keep(&self) -> Outcome {
        self.unmount()?;
        copy(&self.image, &self.kept)?;
        self.mount()
    }

    /// What was kept is on it, and nothing else.
    pub(crate) fn again(&self) -> Outcome {
        self.unmount()?;
        copy(&self.kept, &self.image)?;
        self.mount()
    }

    fn unmount(&self) -> Outcome {
        let until = Instant::now() + Duration::from_secs(20);
        while let Err(why) = run(Command::new("umount").arg(&self.at)) {
            if Instant::now() > until {
                return Err(why);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

/// Copies an image, whose holes stay holes.
fn copy(from: &Path, to: &Path) -> Outcome {
    run(Command::new("cp").args(["--sparse=always", "--"]).arg(from).arg(to)).map(drop)
}

/// Whether such a disk can be made and cut here.
pub(crate) fn may_be_cut() -> bool {
    let folder = std::env::temp_dir().join(format!("amends-rig-tried-{}", std::process::id()));
    let tried = std::fs::create_dir_all(&folder).is_ok()
        && Disk::new(&folder, 16, Format::Ext4)
            .is_ok_and(|disk| disk.cut().and_then(|()| disk.back()).is_ok());
    drop(std::fs::remove_dir_all(&folder));
    tried
}
