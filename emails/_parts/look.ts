/** Colours and type of letters. Mail programs know no style sheets, so each part carries its own. */
export const color = {
  ink: "#1c2321",
  quiet: "#4d5a55",
  paper: "#ffffff",
  line: "#c9d1cd",
  mark: "#1d5c4d",
  wash: "#eef4f1",
}

export const font = {
  body: {
    fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif",
    fontSize: "16px",
    lineHeight: "24px",
    color: color.ink,
  },
}
