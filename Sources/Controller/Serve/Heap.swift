import CMalloc

/// The C library's allocator, set up for a process that works for a moment and then waits for minutes.
enum Heap {
    /// Lets all threads share one arena, from now on, and large pieces have pages of their own that go back as soon as they
    /// are freed. By default there may be eight arenas for each processor, each of which keeps what was freed in it for
    /// itself, and what counts as large grows with what was freed.
    static func share() {
        _ = mallopt(M_ARENA_MAX, 1)
        _ = mallopt(M_MMAP_THRESHOLD, 128 << 10)
    }

    /// Gives what is free back to the system: a look at everything needs many times what stays of it.
    static func giveBack() { _ = malloc_trim(0) }
}
