//! The register of bodies over time: what becomes of a body, and what is open with it following its successor.

use amends_core::{
    actor::{Actor, StaffRole},
    body::{
        Concern,
        change::{self, Change},
    },
    command::Command,
    disclosure::{MovedIn, MovedOut},
    evidence::{FileRef, Submission, Target},
    id::{BodyId, CaseId, CaseReference, EvidenceId, RecommendationNumber, StaffId},
    permit::{self, Denial},
    refusal::Refusal,
    succession::Follow,
};
use amends_store::{
    changed::Changed,
    lists::{self, View, WorkFilter},
    people::{self, BodyRecord},
};

use super::{ActError, Ask, Office};

/// What shall follow a body's successor.
#[derive(Debug, Clone)]
pub struct Following {
    /// The body.
    pub body: BodyId,
    /// The body that stands in its place.
    pub successor: BodyId,
    /// As matters of a function, or of property alone.
    pub concern: Concern,
    /// A word about it.
    pub note: String,
}

/// What becomes of one case when a body's successor is followed.
#[derive(Debug)]
pub struct Followed {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: CaseReference,
    /// Its title.
    pub title: String,
    /// What is open with the body there.
    pub numbers: Vec<RecommendationNumber>,
    /// How many letters go, or why a rule stands against it.
    pub outcome: Result<usize, Refusal>,
}

impl Office {
    /// A body by the name it has in addresses of pages.
    ///
    /// # Errors
    /// [`ActError::NotFound`] where there is none.
    pub fn body_by_slug(&self, slug: &str) -> Result<BodyRecord, ActError> {
        self.db().read(|conn| people::body_by_slug(conn, slug))?.ok_or(ActError::NotFound("body"))
    }

    /// Changes what the register says of a body, by the rules of the core.
    ///
    /// # Errors
    /// Where this member of staff may not, or a rule stands against it.
    pub fn change_body(
        &self,
        id: BodyId,
        what: &Change,
        by: (StaffId, StaffRole),
    ) -> Result<BodyRecord, ActError> {
        let may = match what {
            Change::Frozen { .. } | Change::Thawed { .. } => permit::may_read_cases(by.1),
            Change::Renamed { .. }
            | Change::Merged { .. }
            | Change::Ended { .. }
            | Change::Succeeded { .. } => permit::may_change_bodies(by.1),
        };
        if !may {
            return Err(Denial::Role.into());
        }
        let mut record = self.db().read(|conn| people::body(conn, id))?;
        record.body = change::change(&record.body, what, self.today())?;
        let (kept, changed) = (record.clone(), Changed::by(by.0, self.clock().now()));
        self.db().write(move |tx| people::keep_body(tx, &kept, changed))?;
        Ok(record)
    }

    /// The cases in which something is still open with a body.
    fn open_with(&self, body: BodyId) -> Result<Vec<CaseId>, ActError> {
        let filter = WorkFilter { body: Some(body), ..WorkFilter::on(self.today()) };
        let mut cases = Vec::new();
        let mut after = None;
        loop {
            let page = self.db().read(|conn| lists::work(conn, View::All, &filter, after))?;
            let open = page.items.iter().filter(|item| !item.row.state.is_terminal());
            for case in open.map(|item| item.row.case) {
                if !cases.contains(&case) {
                    cases.push(case);
                }
            }
            match page.next {
                Some(next) => after = Some(next),
                None => return Ok(cases),
            }
        }
    }

    /// What would become of every case with something open, were the successor followed. Nothing is recorded.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn foresee_following(&self, actor: &Actor, wanted: &Following) -> Result<Vec<Followed>, ActError> {
        self.following(wanted, &mut |case, command, _| {
            let foreseen = self.foresee(&Ask::new(actor, case), &[command])?;
            Ok(foreseen.posts.len())
        })
    }

    /// Lets what is open in these cases follow the successor, each case through the door.
    ///
    /// # Errors
    /// Where the asker may not, or the memory fails; what a rule refuses is told case by case.
    pub fn let_follow(
        &self,
        actor: &Actor,
        wanted: &Following,
        only: Option<&[CaseReference]>,
    ) -> Result<Vec<Followed>, ActError> {
        let mut chosen = self.following(wanted, &mut |case, command, reference| {
            if only.is_some_and(|only| !only.contains(reference)) {
                return Ok(0);
            }
            let mut sealer = self.sealer();
            let note = sealer.optional(&wanted.note)?;
            let command = match command {
                Command::FollowSuccessor(follow) => Command::FollowSuccessor(Follow { note, ..follow }),
                other => other,
            };
            let before = self.load(case)?.case.letters.len();
            let after = self.act(&Ask::new(actor, case), &[command], &sealer.into_kept())?;
            Ok(after.letters.len() - before)
        })?;
        chosen.retain(|one| only.is_none_or(|only| only.contains(&one.reference)));
        Ok(chosen)
    }

    fn following(
        &self,
        wanted: &Following,
        act: &mut dyn FnMut(CaseId, Command, &CaseReference) -> Result<usize, ActError>,
    ) -> Result<Vec<Followed>, ActError> {
        let mut all = Vec::new();
        for id in self.open_with(wanted.body)? {
            let case = self.load(id)?.case;
            let numbers: Vec<_> = case.open_for(wanted.body).map(|one| one.number).collect();
            if numbers.is_empty() {
                continue;
            }
            let command = Command::FollowSuccessor(Follow {
                body: wanted.body,
                successor: wanted.successor,
                concern: wanted.concern,
                numbers: Vec::new(),
                note: None,
            });
            let outcome = match act(id, command, &case.reference) {
                Ok(letters) => Ok(letters),
                Err(ActError::Refused(refusal)) => Err(refusal),
                Err(error) => return Err(error),
            };
            let title = case.title.as_str().to_owned();
            all.push(Followed { case: id, reference: case.reference.clone(), title, numbers, outcome });
        }
        Ok(all)
    }

    /// Moves evidence that was set apart to the case it belongs to. The right case takes it first, then the wrong one
    /// notes where it went: should the machine stop between the two, asking again finishes it.
    ///
    /// # Errors
    /// Where a rule stands against it in either case.
    pub fn move_evidence(
        &self,
        actor: &Actor,
        from: CaseId,
        evidence: EvidenceId,
        to: &str,
        numbers: &[RecommendationNumber],
    ) -> Result<(), ActError> {
        let (wrong, right) = (self.load(from)?.case, self.by_reference(to)?.case);
        let Some(found) = wrong.submission(evidence).filter(|_| wrong.is_quarantined(evidence)) else {
            return Err(Refusal::new("not-set-apart", "E8").field("evidence").into());
        };
        let mut sealer = self.sealer();
        let sent = &found.submission;
        let mut files = Vec::new();
        for file in &sent.files {
            let name = sealer.words(file.name.as_str())?;
            files.push(FileRef { name, ..file.clone() });
        }
        let statement = sent.statement.as_ref().map(|words| sealer.words(words.as_str())).transpose()?;
        let targets = numbers.iter().map(|number| Target { number: *number, items: Vec::new() }).collect();
        let submission = Submission { targets, files, statement, ..sent.clone() };
        let moved = MovedIn { from: wrong.reference.clone(), submission: Box::new(submission) };
        let accept = [Command::AcceptMovedEvidence(moved)];
        self.act(&Ask::new(actor, right.id), &accept, &sealer.into_kept())?;
        let note = [Command::NoteEvidenceMoved(MovedOut { evidence, to: right.reference.clone() })];
        self.act(&Ask::new(actor, from), &note, &[])?;
        Ok(())
    }
}
