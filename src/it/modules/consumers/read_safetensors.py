"""Reads the tensors of a safetensors file without any library: python3 read_safetensors.py consumers.safetensors"""
import json
import struct
import sys

with open(sys.argv[1], "rb") as file:
    length, = struct.unpack("<Q", file.read(8))
    header = json.loads(file.read(length))
    data = file.read()

metadata = header.pop("__metadata__")
for name, tensor in header.items():
    begin, end = tensor["data_offsets"]
    rows, columns = tensor["shape"]
    values = struct.unpack(f"<{rows * columns}d", data[begin:end])
    print(name, tensor["dtype"], rows, columns, repr(values[0]))
print("initializer", metadata["initializer"])
