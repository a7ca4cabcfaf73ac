/**
 * How a document is set on A4, in Typst's own language. It reads everything from `sys.inputs`, as JSON: no word of a
 * document is ever part of this source.
 */
export const TEMPLATE = `
#let d = json(bytes(sys.inputs.d))
#let fonts = json(bytes(sys.inputs.fonts))
#let accent = rgb(d.colour)
#let soft = luma(70)
#set document(
  title: d.title,
  author: d.letterhead.name,
  date: datetime(year: d.year, month: d.month, day: d.date),
)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 20mm, bottom: 22mm),
  footer: context {
    set text(size: 9pt, fill: soft)
    grid(
      columns: (1fr, auto),
      column-gutter: 8mm,
      [#d.letterhead.name #sym.dot.c #d.dated #sym.dot.c #d.version],
      d.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first())),
    )
  },
)
#set text(font: fonts, fallback: false, size: 11pt, lang: d.lang, region: d.region, hyphenate: false)
#set par(leading: 0.72em, spacing: 1.1em, justify: false)
#set list(marker: sym.bullet, indent: 0.3em, body-indent: 0.7em, spacing: 0.8em)
#set enum(indent: 0.3em, body-indent: 0.7em, spacing: 0.8em)
#set footnote.entry(gap: 0.6em)
#set table(stroke: (x: none, y: 0.5pt + luma(160)), inset: (x: 5pt, y: 6pt))
#show raw: set text(font: fonts, size: 1.2em)
#show link: it => text(fill: accent, underline(it))
#show title: set text(size: 24pt, fill: accent)
#show title: set block(below: 0.7em)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): set text(size: 16pt, fill: accent)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 11.5pt)
#show heading.where(level: 4): set text(size: 11pt, style: "italic")
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#show footnote.entry: set text(size: 9pt)
#show outline.entry: set block(above: 0.7em)
#show quote.where(block: true): it => block(
  inset: (left: 5mm, y: 1mm), stroke: (left: 2pt + luma(190)), it)

#let picture(p, alt, ..size) = if p.form == "svg" {
  image(bytes(p.svg), format: "svg", alt: alt, ..size)
} else {
  image(bytes(p.bytes), format: if p.form == "jpeg" { "jpg" } else { p.form }, alt: alt, ..size)
}

#let words(parts) = if parts.len() == 1 { parts.first() } else { for p in parts { box(p) } }

#let piece(i) = {
  let body = words(i.parts)
  if "lang" in i { body = text(lang: i.lang, region: none, body) }
  if i.at("code", default: false) { body = raw(i.text) }
  if i.at("strong", default: false) { body = strong(body) }
  if i.at("emphasis", default: false) { body = emph(body) }
  if i.at("struck", default: false) { body = strike(body) }
  body
}

#let run(inlines, blocks) = for i in inlines {
  if i.kind == "text" { piece(i) }
  else if i.kind == "break" { linebreak() }
  else if i.kind == "link" {
    let body = run(i.inlines, blocks)
    if i.to.starts-with("#") {
      if i.to.slice(1) in d.ids { link(label(i.to.slice(1)), body) } else { body }
    } else { link(i.to, body) }
  }
  else if i.kind == "note" {
    if i.first {
      let said = d.notes.at(i.at - 1)
      let body = if said.len() == 1 and said.first().kind == "paragraph" { run(said.first().inlines, blocks) } else { blocks(said) }
      [#footnote(body)#label("note-" + str(i.at))]
    }
    else { footnote(label("note-" + str(i.at))) }
  }
}

#let spoken(b, body) = if b.at("rtl", default: false) { set text(dir: rtl, lang: "ar", region: none); body } else { body }

#let grid-of(t, run) = {
  let align-of = ("left": left, "centre": center, "right": right)
  figure(
    kind: table,
    caption: if "caption" in t { figure.caption(words(t.caption), position: top) },
    supplement: none,
    numbering: none,
    table(
      columns: t.widths.map(w => w * 1fr),
      align: (x, y) => align-of.at(t.at("align", default: ()).at(x, default: "left")),
      table.header(..t.heads.map(c => table.cell(fill: luma(240), strong(run(c))))),
      ..t.rows.map(row => row.enumerate().map(((x, c)) => if x == 0 and t.at("rowHeads", default: false) { strong(run(c)) } else { run(c) })).flatten(),
    ),
  )
}

#let blocks(items) = for b in items {
  let run = inlines => run(inlines, blocks)
  if b.kind == "paragraph" { spoken(b, par(run(b.inlines))) }
  else if b.kind == "heading" {
    let it = heading(level: b.level, run(b.inlines))
    spoken(b, [#it#label(b.id)])
  }
  else if b.kind == "list" {
    if b.ordered { enum(start: b.at("start", default: 1), ..b.items.map(blocks)) }
    else { list(..b.items.map(blocks)) }
  }
  else if b.kind == "steps" {
    set enum(numbering: n => text(weight: "bold", fill: accent, str(n) + "."), spacing: 1.1em)
    enum(..b.items.map(blocks))
  }
  else if b.kind == "checklist" {
    set list(marker: box(baseline: 0.1em, text(size: 1.1em, sym.ballot)), spacing: 1em)
    list(..b.items.map(blocks))
  }
  else if b.kind == "callout" {
    block(
      width: 100%, inset: 4mm, radius: 1.5mm, breakable: b.long,
      fill: if b.tone == "warning" { rgb("#fdf3e1") } else { luma(244) },
      stroke: (left: 3pt + if b.tone == "warning" { rgb("#b35c00") } else { accent }),
      { par(strong(words(b.title))); blocks(b.blocks) },
    )
  }
  else if b.kind == "table" { set align(left); grid-of(b, run) }
  else if b.kind == "figure" {
    figure(
      picture(b.picture, b.alt, width: 100%),
      alt: b.alt,
      caption: if "caption" in b { words(b.caption) },
      supplement: none,
      numbering: none,
    )
    if "table" in b { set align(left); grid-of(b.table, run) }
  }
  else if b.kind == "quotation" {
    quote(block: true, attribution: if "by" in b { words(b.by) }, blocks(b.blocks))
  }
  else if b.kind == "code" {
    block(width: 100%, inset: 3mm, fill: luma(244), raw(b.text, block: true))
  }
  else if b.kind == "part" { blocks(b.blocks) }
  else if b.kind == "rule" { pdf.artifact(line(length: 100%, stroke: 0.5pt + luma(160))) }
  else if b.kind == "pageBreak" { pagebreak(weak: true) }
}

#if d.letterhead.logo != none or d.letterhead.lines.len() > 0 {
  grid(
    columns: (1fr, auto),
    column-gutter: 8mm,
    align: (left + horizon, right + horizon),
    {
      set text(size: 9.5pt, fill: soft)
      set par(leading: 0.55em)
      (strong(words(d.letterhead.name-parts)), ..d.letterhead.lines.map(words)).join(linebreak())
    },
    if d.letterhead.logo != none { picture(d.letterhead.logo, d.letterhead.name, height: 18mm) },
  )
  block(above: 3mm, below: 8mm, pdf.artifact(line(length: 100%, stroke: 1.5pt + accent)))
}

#spoken(d, title(words(d.title-parts)))
#if d.summary != none { text(size: 13pt, par(words(d.summary))) }
#if d.facts.len() > 0 {
  set text(size: 10pt, fill: soft)
  for f in d.facts { par(spacing: 0.6em)[#strong(f.label + ":") #words(f.value)] }
}
#if d.contents { block(below: 2em, outline(title: d.contents-title, depth: 2, indent: 1em)) }
#blocks(d.blocks)
#if d.missing != none { block(inset: 3mm, stroke: 0.5pt + soft, par(d.missing)) }
`
