/// A plumb bob on its line.
enum Icon {
    static let text = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f4e79"/>\
        <path d="M16 4v9" stroke="#fff" stroke-width="2" stroke-linecap="round"/>\
        <path d="M11 13h10v4l-5 11-5-11z" fill="#fff"/></svg>
        """
}
