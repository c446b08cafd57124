/** What lies in a folder of a target, links not followed. */
export interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
  readonly bytes: number;
  /** When its content was last written, by the target's clock, in milliseconds; some targets know whole seconds only. */
  readonly modified: number;
}

/**
 * A place that releases are delivered to. Paths are relative to it, with `/`. Everything that delivery does is written once
 * over these few acts; what a place cannot do it says so by a `DeliverRefusal`.
 */
export interface Target {
  /** How messages name the place; never with a password. */
  readonly address: string;
  /** How many acts may be under way at once. */
  readonly parallel: number;
  /** Empty where there is no such folder. */
  list(folder: string): Promise<Entry[]>;
  /** A file's bytes, null where there is none. */
  get(path: string): Promise<Buffer | null>;
  /** Writes a file whole: readers see the old one or the new one, and other names of the old one keep it. */
  put(path: string, bytes: Buffer): Promise<void>;
  /** Writes a file that must not be there yet; false where it is. */
  create(path: string, bytes: Buffer): Promise<boolean>;
  /** Makes a folder and those above it. */
  makeFolder(path: string): Promise<void>;
  /** Gives a file a second name, nothing travels; false where the place cannot, or has no such file. */
  hardLink(from: string, to: string): Promise<boolean>;
  /** Renames a file or folder; a file in the way is replaced in one step, a folder in the way is a fault. */
  rename(from: string, to: string): Promise<void>;
  /** Where a symbolic link points, null where there is none. */
  readLink(path: string): Promise<string | null>;
  /** Points a symbolic link elsewhere in one step: at every moment it points to the old place or the new one. */
  pointLink(path: string, to: string): Promise<void>;
  /** Removes a file, a link (not what it points to) or a folder with all it holds; fine where there is none. */
  remove(path: string): Promise<void>;
  close(): Promise<void>;
}
