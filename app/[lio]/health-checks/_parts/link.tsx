/** The link of a health check as its pages hand it on. */
export type ByLink = { lio: string; token: string }

/** The address of a page that the link opens. */
export const pathOf = ({ lio, token }: ByLink, more: Record<string, string> = {}) =>
  `/${lio}/health-checks/answer?${new URLSearchParams({ key: token, ...more })}`

/** What each form says of the link that its page was opened with. */
export const LinkFields = ({ lio, token }: ByLink) => (
  <>
    <input type="hidden" name="lio" value={lio} />
    <input type="hidden" name="key" value={token} />
  </>
)
