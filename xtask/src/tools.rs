//! Programs the chores need beside cargo: found, or installed from Debian with the reason said.

use std::process::Stdio;

use crate::house::{House, say};

/// A program, the Debian package that has it, and why it is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tool {
    program: &'static str,
    package: &'static str,
    reason: &'static str,
}

/// A C compiler.
pub(crate) const CC: Tool = Tool {
    program: "cc",
    package: "build-essential",
    reason: "to compile SQLite, which is part of the program",
};
/// What runs the C compiler over the allocator.
pub(crate) const MAKE: Tool = Tool {
    program: "make",
    package: "make",
    reason: "to compile the allocator, which is part of the program",
};
/// Node.
pub(crate) const NODE: Tool = Tool {
    program: "node",
    package: "nodejs",
    reason: "to build the pages' style sheets and to drive the browser",
};
/// npm.
pub(crate) const NPM: Tool =
    Tool { program: "npm", package: "npm", reason: "to fetch the pages' components and fonts" };
/// Python.
pub(crate) const PYTHON: Tool =
    Tool { program: "python3", package: "python3", reason: "to count every date a second time" };
/// A browser.
pub(crate) const CHROMIUM: Tool =
    Tool { program: "chromium", package: "chromium", reason: "to check the pages as a reader sees them" };
/// A sender of HTTP requests.
pub(crate) const CURL: Tool = Tool { program: "curl", package: "curl", reason: "to walk the tour over HTTP" };

/// A database server. Debian keeps it off the path.
pub(crate) const POSTGRES: Tool = Tool {
    program: "/usr/lib/postgresql/15/bin/postgres",
    package: "postgresql-15",
    reason: "to keep an office in a database on a server",
};
/// What makes certificates.
pub(crate) const OPENSSL: Tool =
    Tool { program: "openssl", package: "openssl", reason: "to reach a database server by TLS" };
/// A mail server that does what a test tells it. Debian keeps it off the path of ordinary users.
pub(crate) const SMTP_SINK: Tool = Tool {
    program: "/usr/sbin/smtp-sink",
    package: "postfix",
    reason: "to try the outbox against a mail server that is down, puts mail off or breaks off",
};
/// A mounter of small disks.
pub(crate) const MOUNT: Tool =
    Tool { program: "mount", package: "mount", reason: "to try the office on a disk without room" };

/// What cuts the power of a disk in a file.
pub(crate) const XFS_IO: Tool =
    Tool { program: "xfs_io", package: "xfsprogs", reason: "to cut the power of a disk in a file" };
/// A library under which no program waits for its disk.
pub(crate) const EATMYDATA: Tool = Tool {
    program: "eatmydata",
    package: "eatmydata",
    reason: "to see that the rig of power cuts sees a loss",
};

/// Whether the program is there.
pub(crate) fn is_there(house: &House, program: &str) -> bool {
    house
        .command(program)
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok()
}

/// Whether a subcommand of cargo is there.
pub(crate) fn cargo_has(house: &House, subcommand: &str) -> bool {
    house
        .command("cargo")
        .args([subcommand, "--version"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Installs from Debian those of `tools` that are missing, where that may be done without asking.
pub(crate) fn install_missing(house: &House, tools: &[Tool]) {
    let missing: Vec<Tool> = tools.iter().copied().filter(|tool| !is_there(house, tool.program)).collect();
    if missing.is_empty() {
        return;
    }
    for tool in &missing {
        say(&format!("{} is missing; it is needed {}.", tool.program, tool.reason));
    }
    let Some(prefix) = may_install(house) else {
        say(
            "It cannot be installed from here: that takes Debian's apt-get and root or sudo without a password.",
        );
        return;
    };
    say("Installing it from Debian.");
    let packages: Vec<&str> = missing.iter().map(|tool| tool.package).collect();
    let apt = |words: &[&str]| {
        house.run(&[prefix, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], words].concat())
    };
    let outcome = apt(&["update", "-qq"]).and_then(|()| {
        apt(&[&["install", "-y", "-qq", "--no-install-recommends"], packages.as_slice()].concat())
    });
    if let Err(why) = outcome {
        say(&why);
    }
}

/// What to put before `apt-get`, where there is one and it may be run.
fn may_install(house: &House) -> Option<&'static [&'static str]> {
    if !is_there(house, "apt-get") {
        return None;
    }
    let root = house.command("id").arg("-u").output().is_ok_and(|said| said.stdout.starts_with(b"0\n"));
    if root {
        return Some(&[]);
    }
    let sudo = house.command("sudo").args(["-n", "true"]).stderr(Stdio::null()).status();
    sudo.is_ok_and(|status| status.success()).then_some(&["sudo", "-n"])
}

/// Whether a disk in memory can be mounted, tried on a folder of the house's own.
pub(crate) fn may_mount(house: &House) -> bool {
    let folder = house.built.join("mount-tried");
    if std::fs::create_dir_all(&folder).is_err() {
        return false;
    }
    let at = folder.to_string_lossy();
    let quiet = |program: &str, words: &[&str]| {
        let status = house.command(program).args(words).stdout(Stdio::null()).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    };
    quiet("mount", &["-t", "tmpfs", "-o", "size=64k", "amends-faults", &at]) && quiet("umount", &[&at])
}

/// The words for a person about the first of `tools` that is missing.
///
/// # Errors
/// Names the program, what it is for and how to get it.
pub(crate) fn require(house: &House, tools: &[Tool]) -> Result<(), String> {
    match tools.iter().find(|tool| !is_there(house, tool.program)) {
        None => Ok(()),
        Some(tool) => Err(format!(
            "{} is missing; it is needed {}. Install it (on Debian: apt-get install {}) and start again.",
            tool.program, tool.reason, tool.package
        )),
    }
}
