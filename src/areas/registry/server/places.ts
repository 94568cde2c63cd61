/** Where on this machine the files of an artifact address are; refuses what is not here. */
export interface Places { readonly placeOf: (uri: string, path?: string) => Promise<string> }
