import { sealedWords, sealWords } from "@/lib/access/links"

type Query = Record<string, string | string[] | undefined>

/** What a route has a page say, for the page's address: nobody else can make the page say anything. */
export const toldAs = sealWords

/** What a route has this page say under a name; undefined for what anybody else put into the address. */
export const told = (query: Query, name: string) => sealedWords(query[name])
