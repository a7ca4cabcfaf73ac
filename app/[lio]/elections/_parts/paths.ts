/** The cookie that keeps the receipt of one group’s ballot on this phone. */
export const receiptCookie = (rollId: string) => `trellis-receipt-${rollId}`

/** The page of an emailed link to an election, with what to tell there. */
export const linkPath = (
  lio: string,
  page: "take-part" | "vote" | "nominee",
  query: Record<string, string>,
) => `/${lio}/elections/${page}?${new URLSearchParams(query)}`
