/** Exit code for what is wrong with files. */
export const fileCode = 3;

/** A file or folder that cannot be read or written as asked, in one sentence. */
export class FileFailure extends Error {
  override readonly name = 'FileFailure';
}
