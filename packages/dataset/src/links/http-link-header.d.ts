declare module 'http-link-header' {
  interface Reference {
    readonly uri: string;
    readonly rel: string;
    readonly datetime?: string;
  }
  export default class LinkHeader {
    static parse(text: string): LinkHeader;
    readonly refs: readonly Reference[];
  }
}
