/** A course that more people want to come to than there are places. */
export const COURSE = {
  themes: ["young", "older"],
  title: "Safeguarding for trustees",
  about:
    "Half a day on what every trustee has to know about keeping children and adults safe: your policy, checks for volunteers, and what to do if you’re worried about somebody.\n\nFor trustees and committee members. There’s tea, and a sandwich lunch at the end.",
  at: "9:30",
  ends: "13:00",
  place: "The Old Library, Market Place, Alderbridge (upstairs, there’s a lift)",
  capacity: "8",
  price: "Free for members, £15 for others",
  audience: "public",
}

/** Who booked it, in this order. */
export const WHO_BOOKED = [
  { name: "Marjorie Ashworth", email: "marjorie@bowling.example", group: "Skelby Bowling Club" },
  {
    name: "Norman Pickup",
    email: "norman@players.example",
    group: "Mill Street Players",
    access: "A hearing loop",
  },
  {
    name: "Samina Rafiq",
    email: "samina@welcome.example",
    group: "Welcome Aldervale",
    colleagues: "Elif Demir\nPatience Osei",
    food: "Halal, and one of us is vegetarian",
  },
  { name: "Gareth Holt", email: "gareth@wheels.example", group: "Community Wheels" },
  {
    name: "Doreen Hacking",
    email: "doreen@oversixties.example",
    group: "Thornclough Over-Sixties",
    access: "A seat near the door",
  },
  { name: "Leroy Grant", email: "leroy@youthvoice.example", group: "Aldervale Youth Voice" },
  { name: "Rhiannon Duckworth", email: "rhiannon@breathe.example", group: "Breathe Easy Skelby" },
  { name: "Kamal Hussain", email: "kamal@football.example", group: "Walking Football Aldervale" },
  {
    name: "Sheila Entwistle",
    email: "sheila@memorycafe.example",
    group: "Memory Café Alderbridge",
    food: "No nuts",
  },
]

/** Every third Thursday or so, but not in August. */
export const DROP_IN = {
  themes: ["advice"],
  title: "Funding drop-in",
  about:
    "Bring a form you’re stuck on, or an idea that needs money. We’ll sit down with you for half an hour. You can book a time, or just turn up.",
  at: "10:00",
  ends: "12:00",
  place: "The Old Library, Market Place, Alderbridge",
  capacity: "6",
  price: "Free",
  audience: "public",
  every: "month",
  notIn: ["8"],
}

/** What those who drop in are asked besides the usual. */
export const SURER = {
  kind: "scale",
  title: "How sure do you feel about your bid now?",
  low: "Not at all",
  high: "Very sure",
  steps: "5",
}

/** Who booked it each time; the third never came to the last one. The others said how it was, to each question in turn. */
export const WHO_DROPS_IN = [
  {
    who: { name: "Olive Pilling", email: "olive@pantry.example", group: "Alderbridge Community Pantry" },
    said: ["o1", "We’ll put the numbers first and the story second.", "", "5"],
  },
  {
    who: { name: "Ibrahim Patel", email: "ibrahim@warmroom.example", group: "The Warm Room, Netherfold" },
    said: ["o1", "Ask the fund’s officer before we write anything.", "A pot of tea", "5"],
  },
  { who: { name: "Teresa Nowak", email: "teresa@carers.example", group: "Carers Together Aldervale" } },
  {
    who: { name: "Ray Clegg", email: "ray@wheels.example", group: "Community Wheels" },
    said: ["o2", "", "Half an hour is short. Could it be longer?", "4"],
  },
  {
    who: {
      name: "Sunita Mistry",
      email: "sunita@helpdesk.example",
      group: "Alderbridge Citizens’ Help Desk",
    },
    said: ["o1", "Budget for the room and the heating, not only the staff.", "", "5"],
  },
  {
    who: { name: "Harold Speight", email: "harold@bowling.example", group: "Skelby Bowling Club" },
    said: ["o3", "", "Somewhere nearer to Skelby", "3"],
  },
]

/** A course of several evenings, booked in whole. */
export const EVENINGS = {
  title: "Running a small charity: four evenings",
  about:
    "What a committee does, money and accounts, looking after volunteers, and telling people about it. Each evening builds on the one before, so please come to all four.",
  at: "18:30",
  ends: "20:30",
  place: "The Old Library, Market Place, Alderbridge",
  themes: ["advice"],
  capacity: "4",
  price: "Free for members, £40 for others",
  audience: "public",
  every: "week",
  bookedAs: "course",
}

/** Who booked it, in this order. */
export const WHO_COMES_EVENINGS = [
  { name: "Olive Pilling", email: "olive@pantry.example", group: "Alderbridge Community Pantry" },
  {
    name: "Ray Clegg",
    email: "ray@wheels.example",
    group: "Community Wheels",
    colleagues: "Nadia Karim\nPhil Towers",
    food: "One of us is vegan",
  },
  { name: "Harold Speight", email: "harold@bowling.example", group: "Skelby Bowling Club" },
]

/** Something online. */
export const ONLINE = {
  themes: ["advice"],
  title: "Grant applications that get read",
  about: "An hour and a half online with somebody who reads four hundred applications a year.",
  at: "18:00",
  ends: "19:30",
  onlineLink: "https://meet.example/aldervale-grants",
  capacity: "25",
  price: "Free for members, £10 for others",
  audience: "public",
}

/** What isn’t published yet. */
export const DRAFT = {
  title: "Accounts for treasurers who never meant to be one",
  about: "A gentle evening on the year’s accounts: what you have to keep, and what the examiner looks for.",
  at: "18:30",
  ends: "20:30",
  place: "The Old Library, Market Place, Alderbridge",
  capacity: "12",
  audience: "public",
}
