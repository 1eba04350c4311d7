import type { Settings } from '../configuration';
import { configurationFileName } from '../configuration';
import { parseConfiguration } from '../configuration-file';
import type { FolderFileKind, FolderFiles } from './folder-files';
import { invalidSetting } from './protocol';

/** The `chartlint.json` of each folder, and what it sets. */
export type ConfigurationFiles = FolderFiles<Partial<Settings>>;

export const configurationFiles: FolderFileKind<Partial<Settings>> = {
  name: configurationFileName,
  code: invalidSetting,
  read: (text) => {
    const { given, problems } = parseConfiguration(text ?? '');
    return { value: given, problems };
  },
  // What was never saved lies in no folder, and is as if it were in the first.
  elsewhere: (noteUri, [first]) =>
    first !== undefined && noteUri.startsWith('untitled:') ? `${first}/${configurationFileName}` : undefined,
};
