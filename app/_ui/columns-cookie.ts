/** The cookie in which a browser keeps the columns of one list, by the list's path: their keys with commas between. */
export const COLUMNS_COOKIE = "trellis-columns"

/** What an address says instead of columns when the usual ones are wanted again. */
export const USUAL_COLUMNS = "usual"
