#!/usr/bin/env python3
"""A network that takes its time: forwards connections to the Unix socket of a PostgreSQL server, and holds
everything back for a while, in both directions.

    delay.py PORT SOCKET MILLISECONDS

listens on PORT of this machine until it is stopped. It does the same as `tc netem delay`, which needs
root and a module of the kernel.
"""

import asyncio
import sys


async def forward(reader, writer, delay):
    """Writes what is read after `delay` seconds, in the same order and without holding up what follows."""
    waiting = asyncio.Queue()
    loop = asyncio.get_running_loop()

    async def read():
        while True:
            piece = await reader.read(1 << 16)
            await waiting.put((loop.time() + delay, piece))
            if not piece:
                return

    async def write():
        while True:
            due, piece = await waiting.get()
            await asyncio.sleep(due - loop.time())
            if not piece:
                writer.close()
                return
            writer.write(piece)
            await writer.drain()

    try:
        await asyncio.gather(read(), write())
    except ConnectionError:
        writer.close()


async def main(port, socket, delay):
    async def connected(reader, writer):
        upstream = await asyncio.open_unix_connection(socket)
        await asyncio.gather(
            forward(reader, upstream[1], delay), forward(upstream[0], writer, delay)
        )

    server = await asyncio.start_server(connected, "127.0.0.1", port)
    print("ready", flush=True)
    async with server:
        await server.serve_forever()


asyncio.run(main(int(sys.argv[1]), sys.argv[2], float(sys.argv[3]) / 1000))
