/** The cookie that says whether somebody has folded the staff's navigation away: "folded" or "open". */
export const FOLDED_COOKIE = "trellis-menu"
