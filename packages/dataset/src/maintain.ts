export { begunDataset, begunMeta, type Beginning } from './begin/begin-dataset.ts';
export { licenseAddressOf, withLicenseAddress } from './begin/license-address.ts';
export { shortNameOf } from './begin/short-name.ts';
export { DatasetError } from './dataset-error.ts';
export { builtFiles, leftOutOf, writeBuiltFiles } from './derived/built-files.ts';
export { derivedFiles } from './derived/derived-files.ts';
export type { DerivedFile } from './derived/metadata/files.ts';
export { distributedFiles, type DistributedFiles } from './derived/distributed-files.ts';
export { exportedTables, exportFormats, exportTable, wholeFormats, type ExportFormat } from './derived/export-table.ts';
export { unpublished, type Publication } from './derived/publication.ts';
export {
  duplicatesOf,
  possibleDuplicates,
  type ComparedProgram,
  type DuplicateParts,
  type PossibleDuplicate,
} from './duplicates/possible-duplicates.ts';
export { daysApart, possibleDays, type PossibleDays } from './duplicates/possible-days.ts';
export { textSimilarity } from './duplicates/text-similarity.ts';
export { inAscii } from './in-ascii.ts';
export { LocationError } from './location-error.ts';
export { finishedName, isOfSystem, isUnfinished, unfinishedName } from './folders/passed-over.ts';
export { expectFree, replaceFile, writeFolder, writeNewFile } from './folders/atomic-writes.ts';
export { importInto, importPrograms, type ImportedDataset, type ImportedFolder } from './import/import-into.ts';
export { readImport, type Import, type ReadImport, type ReadSoFar } from './import/import-programs.ts';
export { comparedHeader } from './import/header-words.ts';
export { leftOutOfScope, type LeftOut } from './import/left-out.ts';
export { proposeMapping, type Proposal, type Proposed } from './import/propose-mapping.ts';
export { importLimits, type Source } from './import/sheet/head.ts';
export type { Sheet, SheetChoice } from './import/sheet/row.ts';
export { openSheet } from './import/sheet/sheet.ts';
export { findTable, lettersOf, plain, type SheetTable } from './import/sheet/table.ts';
export { checkLinks, type LinkedSource, type Round } from './links/check-links.ts';
export { fetchPage, NoPage, usualLimits, type Asking, type Limits, type Page } from './links/fetch-page.ts';
export { fillLinks } from './links/fill-links.ts';
export { HostTurns } from './links/host-turns.ts';
export { LinkCheck, linkResults, readRound, writeRound } from './links/link-check.ts';
export { linkReport, type LinkCount, type LinkReport } from './links/link-report.ts';
export { Robots } from './links/robots.ts';
export { copiesIn, nearestCopy, type ArchivedCopy, type Wanted } from './links/timemap.ts';
export { readDataset } from './read-dataset.ts';
export { mostRecordFiles, type Storage } from './storage/dataset-store.ts';
export { FieldRule, ImportMapping, mappingJsonSchema, parseMapping, type FieldRules } from './import/mapping.ts';
export { writeDataset } from './import/write-dataset.ts';
export { countryCodeOf } from './import/values/country-names.ts';
export { excelSerial } from './import/values/excel-serial.ts';
export { readFigure, type Figure } from './import/values/figure.ts';
export { orderOfSlashes } from './import/values/order-of-slashes.ts';
export { readDate, type DateSpan } from './import/values/read-date.ts';
export { readWrittenDate } from './import/values/written-date.ts';
export { isUnknownWord, readYesNo, unknownWords } from './import/values/yes-no.ts';
export { prepareRecord, tableOf, writeRecord, type AddedTable, type NewRecord } from './records/add-record.ts';
export { draftRecord, enteredFields, mustBeEntered, yearFrom, type FlatValues } from './records/draft-record.ts';
export { allowedText, knownPart, readFieldText, unknownOf } from './records/field-text.ts';
export { formLabel, readIssue, readIssueFile, type FormTable } from './records/read-issue.ts';
export { nextId, type ReadTables } from './records/next-id.ts';
export { expectDatasetFolder, validateFolder, type Validation } from './validation/validate-folder.ts';
export { partWords, warningKinds, warningsOf, type Warning } from './validation/warnings.ts';
export { changesMarkdown, releaseMarkdown } from './changes/changes-markdown.ts';
export { contentOf, type DatasetContent, type TableContent } from './changes/dataset-content.ts';
export { diffDatasets, type DatasetDiff } from './changes/diff-datasets.ts';
export { lostIds, PublishedId, readRegister, registerText, withNewIds } from './changes/id-register.ts';
export { movedIds, type MovedId } from './changes/moved-ids.ts';
export { readVersion, versionOf } from './changes/read-version.ts';
export { Correction, readCorrections, reasonsIn } from './changes/reasons.ts';
export { prepareRelease, type PreparedRelease, type ReleaseInput } from './changes/release.ts';
export { idRanges, summaryOf, type TableSummary } from './changes/summary.ts';
export { isAtLeast, nextVersion } from './changes/version-numbers.ts';
export { readPackageDataset } from './locations/read-package-dataset.ts';
export { readLocation, type LocationFiles } from './locations/read-location.ts';
export type { CheckName, VerifyFinding } from './verify/finding.ts';
export type { Registered } from './verify/release-findings.ts';
export { isSignedBy, readPublicKey, readSignature, type PublicKey, type Signature } from './verify/minisign.ts';
export type { Keys } from './verify/signature-findings.ts';
export type { Answers, Recompute } from './verify/statistics-findings.ts';
export { verifyDataset, verifyLoaded, type Check, type Known, type Verification } from './verify/verify-dataset.ts';
export {
  acceptCorrections,
  prepareCorrections,
  type AcceptedCorrections,
  type Acceptance,
} from './reviews/accept-correction.ts';
export { compareReviews, type OpenField, type ReviewComparison } from './reviews/compare-reviews.ts';
export { MarkRefusal, openReviewDesk, type Mark, type ReviewDesk, type ReviewSession } from './reviews/review-desk.ts';
export { fieldsOf, reviewedRecords, type ReviewedRecord, type ReviewedTable } from './reviews/reviewed-records.ts';
