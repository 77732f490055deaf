global using Jobs.Persistence;
global using Microsoft.EntityFrameworkCore;
